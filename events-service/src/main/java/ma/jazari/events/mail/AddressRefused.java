package ma.jazari.events.mail;

/** Nobody is reached by the address, now or later. Says nothing of the address. */
final class AddressRefused extends RuntimeException {

    AddressRefused(Throwable cause) {
        super(null, cause, false, false);
    }
}
