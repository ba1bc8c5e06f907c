package ma.jazari.partnerships.webhooktarget;

import java.net.InetAddress;
import java.util.List;

/** Which addresses are of the public internet, by the special-purpose registries of IANA (RFC 6890). */
final class PublicAddress {

    private static final List<Block> NOT_PUBLIC_V4 = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            // Multicast, reserved, broadcast.
            Block.of("224.0.0.0", 3));
    /** All that is global unicast; what else there is of IPv6 is not public. */
    private static final Block UNICAST_V6 = Block.of("2000::", 3);

    // Teredo, ORCHID and others; documentation; 6to4, which wraps any IPv4 address.
    private static final List<Block> NOT_PUBLIC_V6 =
            List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("2002::", 16), Block.of("3fff::", 20));

    private PublicAddress() {}

    /** An IPv4 address that is written as IPv6 counts as what it is: Java makes it one. */
    static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == Block.V4_BYTES
                ? NOT_PUBLIC_V4.stream().noneMatch(block -> block.contains(bytes))
                : UNICAST_V6.contains(bytes) && NOT_PUBLIC_V6.stream().noneMatch(block -> block.contains(bytes));
    }

    /** A block of addresses. */
    private static final class Block {

        static final int V4_BYTES = 4;

        private final byte[] start;
        private final int bits;

        private Block(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Block of(String start, int bits) {
            return new Block(InetAddress.ofLiteral(start).getAddress(), bits);
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if ((start[bit / Byte.SIZE] & mask) != (address[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
