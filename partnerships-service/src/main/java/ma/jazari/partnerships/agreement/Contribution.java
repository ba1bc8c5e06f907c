package ma.jazari.partnerships.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import ma.jazari.platform.problem.Violations;
import ma.jazari.platform.text.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money that a party brings in.
 *
 * @param amount a decimal, kept with as many decimals as the currency has: 5 dirhams are "5.00"
 * @param currency ISO 4217
 */
public record Contribution(
        @NotNull @Valid PartyRef party,
        @NotNull @Pattern(
                        regexp = "^(0|[1-9][0-9]{0,14})([.][0-9]{1,4})?$",
                        message = "must be a decimal in a string, such as \"1500000.00\"")
                @Schema(examples = "1500000.00")
                String amount,
        @NotNull @Pattern(regexp = "^[A-Z]{3}$", message = "must be a currency's code of ISO 4217, such as MAD") @Schema(examples = "MAD")
                String currency,
        @Nullable @Line @Schema(examples = "Équipement du laboratoire") String purpose) {

    void check(String pointer, Violations violations) {
        var known = currencyOf(currency);
        if (known.isEmpty()) {
            violations.add(pointer + "/currency", "must be a currency's code of ISO 4217, such as MAD");
        } else if (value().scale() > known.get().getDefaultFractionDigits()) {
            violations.add(
                    pointer + "/amount",
                    "must have at most " + known.get().getDefaultFractionDigits() + " decimals in " + currency);
        }
    }

    /** The same money written the one way in which it is kept and hashed. */
    Contribution normal() {
        int decimals = currencyOf(currency).orElseThrow().getDefaultFractionDigits();
        return new Contribution(party, value().setScale(decimals).toPlainString(), currency, purpose);
    }

    private BigDecimal value() {
        var value = new BigDecimal(amount);
        return value.signum() == 0 || value.stripTrailingZeros().scale() < 0
                ? value.setScale(0, RoundingMode.UNNECESSARY)
                : value.stripTrailingZeros();
    }

    /** Currencies in which something can be paid: those with a number of decimals. */
    private static Optional<Currency> currencyOf(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .findFirst();
    }
}
