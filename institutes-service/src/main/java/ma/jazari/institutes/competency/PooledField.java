package ma.jazari.institutes.competency;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jazari.institutes.competency.PooledCompetencyResponse.Sum;
import ma.jazari.institutes.institute.Region;
import ma.jazari.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** The sums of one field, as they are read. */
final class PooledField {

    private final String field;
    private Sum all = Sum.NONE;
    private final Map<String, Sum> parts = new HashMap<>();

    PooledField(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    /** @param part the level or the region that the sum is of; null for the whole field */
    void add(@Nullable String part, Sum sum) {
        if (part == null) {
            all = sum;
        } else {
            parts.put(part, sum);
        }
    }

    PooledCompetencyResponse response(List<LocalText> labels, List<String> languages) {
        var shown = LocalText.best(labels, languages).orElse(new LocalText(field, "en"));
        return new PooledCompetencyResponse(
                field,
                labels,
                shown.value(),
                all.institutes(),
                all.people(),
                each(Arrays.asList(CompetencyLevel.values())),
                each(Region.codes()),
                shown.lang());
    }

    private <K> Map<K, Sum> each(List<K> keys) {
        var sums = new LinkedHashMap<K, Sum>();
        keys.forEach(key -> sums.put(key, parts.getOrDefault(String.valueOf(key), Sum.NONE)));
        return sums;
    }
}
