package ma.jazari.platform.trace;

import java.util.regex.Pattern;

/** Parameters of an address that let whoever knows them in. */
final class SecretParameters {

    private static final Pattern VALUE = Pattern.compile("((?:^|[?&])(?:key|access_token)=)[^&#]*");

    private SecretParameters() {}

    /** The address or its query, without the secrets. */
    static String hidden(String address) {
        return VALUE.matcher(address).replaceAll("$1hidden");
    }
}
