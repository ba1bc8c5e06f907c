package ma.jazari.institutes.importing;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ma.jazari.platform.id.PublicId;

/** Files as large registries give them: names in two languages, ids in other registries, one line in a hundred wrong. */
final class FileGenerator {

    private static final String[] CITIES = {"Fès", "Agadir", "Rabat", "Casablanca", "Oujda", "Tanger"};
    private static final String[] CITIES_AR = {"فاس", "أكادير", "الرباط", "الدار البيضاء", "وجدة", "طنجة"};

    private final String mark;
    private final long firstRor;

    FileGenerator(long seed) {
        this.mark = Long.toHexString(seed);
        this.firstRor = new Random(seed).nextLong(1L << 29);
    }

    /** A file in which every hundredth line is wrong. */
    String file(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(i -> i % 100 == 0 ? bad(i) : good(i))
                .collect(Collectors.joining("\n"));
    }

    String good(int i) {
        return of(i, String.format(Locale.ROOT, "MA-%02d", 1 + i % 12), PublicId.of('0', firstRor + i));
    }

    private String bad(int i) {
        return switch (i / 100 % 4) {
            case 0 -> "{\"kind\": ";
            case 1 -> of(i, "FR-75", PublicId.of('0', firstRor + i));
            case 2 -> of(i, "MA-01", "012345678");
            default -> good(i).replaceFirst("\\{", "{\"parentId\": \"j4k7xq236\", ");
        };
    }

    private String of(int i, String region, String ror) {
        int city = i % CITIES.length;
        return String.format(
                Locale.ROOT,
                """
                {"kind":"INSTITUTE","status":"%s","names":[{"value":"Institut Al-Jazari de %s %s %d","lang":"fr","type":"DISPLAY"},\
                {"value":"معهد الجزري %s %s %d","lang":"ar","type":"DISPLAY"},{"value":"IAJ %d","lang":"fr","type":"ACRONYM"}],\
                "missions":["RESEARCH","TRAINING"],"focusAreas":["health","arabic-nlp"],"region":"%s",\
                "location":{"city":"%s","address":"%d, route d'Imouzzer","lat":34.0%d,"lon":-5.0,"geonamesId":2548885},\
                "established":"2026-03-01","links":[{"type":"WEBSITE","url":"https://i%d-%s.example.org"}],\
                "domains":["i%d-%s.example.org"],"externalIds":[{"scheme":"ROR","value":"https://ror.org/%s"}],"sample":true}\
                """,
                i % 10 == 0 ? "DRAFT" : "ACTIVE",
                CITIES[city],
                mark,
                i,
                CITIES_AR[city],
                mark,
                i,
                i,
                region,
                CITIES[city],
                i,
                1 + i % 9,
                i,
                mark,
                i,
                mark,
                ror);
    }
}
