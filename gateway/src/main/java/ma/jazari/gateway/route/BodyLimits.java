package ma.jazari.gateway.route;

/**
 * How many bytes a request's body may have.
 *
 * @param usual for records
 * @param imports for paths that end in /import
 * @param attachments for paths that end in /attachments or /files
 */
public record BodyLimits(long usual, long imports, long attachments) {

    public static BodyLimits of(GatewayConfig.Limits limits) {
        return new BodyLimits(
                limits.body().asLongValue(),
                limits.importBody().asLongValue(),
                limits.attachmentBody().asLongValue());
    }

    long of(RequestPath path) {
        if (path.endsIn("import")) {
            return imports;
        }
        return path.endsIn("attachments") || path.endsIn("files") ? attachments : usual;
    }
}
