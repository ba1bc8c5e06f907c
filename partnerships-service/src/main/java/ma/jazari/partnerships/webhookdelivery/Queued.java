package ma.jazari.partnerships.webhookdelivery;

/** Tells that something was put into a queue, or is to be, once the transaction has committed. */
record Queued() {}
