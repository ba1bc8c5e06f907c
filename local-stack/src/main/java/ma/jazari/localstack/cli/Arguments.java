package ma.jazari.localstack.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words after the command; each is taken once. */
record Arguments(List<String> words) {

    boolean flag(String name) {
        return words.remove(name);
    }

    /** {@code name=a,b}; empty when it is not there. */
    Set<String> list(String name) {
        var found = words.stream().filter(word -> word.startsWith(name + "=")).findFirst();
        found.ifPresent(words::remove);
        return found.stream()
                .flatMap(word -> Arrays.stream(word.substring(name.length() + 1).split(",", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first word that is no option. */
    String next(String missing) {
        return optional().orElseThrow(() -> Command.misunderstood("Say " + missing + "."));
    }

    /** The first word that is no option; empty when there is none. */
    Optional<String> optional() {
        var found = words.stream().filter(word -> !word.startsWith("-")).findFirst();
        found.ifPresent(words::remove);
        return found;
    }

    void requireNoMore() {
        if (!words.isEmpty()) {
            throw Command.misunderstood("Not understood: " + String.join(" ", words) + ".");
        }
    }
}
