package ma.jazari.institutes.infrastructure;

import java.math.BigDecimal;

/** How amounts of storage are written: without zeros that say nothing, and without an exponent. */
final class Terabytes {

    private Terabytes() {}

    static BigDecimal plain(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
