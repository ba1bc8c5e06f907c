package ma.jazari.gateway.http;

import java.net.InetAddress;
import java.util.Optional;

/** The addresses that begin alike, as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; a single one has no slash. */
record AddressRange(InetAddress first, int bits) {

    private static final int BITS_OF_A_BYTE = 8;

    /** @throws IllegalArgumentException for what is no range */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        var first = address(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text + " is no address and no range of addresses"));
        int all = first.getAddress().length * BITS_OF_A_BYTE;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException(text + " has a prefix that its addresses do not have");
        }
        return new AddressRange(first, bits);
    }

    /** Empty for what is no address; never asks a name server. */
    static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress other) {
        var mine = first.getAddress();
        var theirs = other.getAddress();
        return mine.length == theirs.length && sameBits(mine, theirs);
    }

    private boolean sameBits(byte[] mine, byte[] theirs) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % BITS_OF_A_BYTE;
            if (((mine[bit / BITS_OF_A_BYTE] ^ theirs[bit / BITS_OF_A_BYTE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
