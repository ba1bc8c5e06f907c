package ma.jazari.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options of a command line, {@code --name=value} or {@code --name}; of one that is given twice the last counts. */
record Arguments(Map<String, String> values) {

    /** @throws BenchmarkException for one that is not among the known */
    static Arguments of(Set<String> known, String... arguments) {
        var values = new LinkedHashMap<String, String>();
        for (var argument : arguments) {
            int equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            if (!known.contains(name)) {
                throw misunderstood("There is no option \"" + argument + "\".");
            }
            values.put(name, equals < 0 ? "" : argument.substring(equals + 1));
        }
        return new Arguments(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Null where it is not given. */
    @Nullable String text(String name) {
        var value = values.get(name);
        if (value != null && value.isBlank()) {
            throw misunderstood(name + " needs a value.");
        }
        return value;
    }

    int number(String name, int otherwise, int most) {
        var value = values.get(name);
        return value == null ? otherwise : number(name, value, most);
    }

    /** Numbers with commas between them; empty where they are not given. */
    List<Integer> numbers(String name, int most) {
        return list(name).stream().map(value -> number(name, value, most)).toList();
    }

    /** Values with commas between them; empty where they are not given. */
    List<String> list(String name) {
        var value = values.get(name);
        return value == null ? List.of() : Arrays.asList(value.split(",", -1));
    }

    private static int number(String name, String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw misunderstood(name + " needs a number, not \"" + text + "\".");
        }
        throw misunderstood(name + " must be from 1 to " + most + ", not " + text + ".");
    }

    static BenchmarkException misunderstood(String what) {
        return new BenchmarkException(what + " See: ./jazari bench --help");
    }
}
