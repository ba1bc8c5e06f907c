package ma.jazari.institutes.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jazari.institutes.institute.Mission;
import ma.jazari.institutes.network.CoverageResponse.FieldCoverage;
import org.jspecify.annotations.Nullable;

/** What was counted by region; null stands for the whole country. */
final class Counts {

    private static final String COUNTRY = "MA";

    private final Map<String, Long> institutes = new HashMap<>();
    private final Map<String, Map<Mission, Long>> missions = new HashMap<>();
    private final Map<String, List<FieldCoverage>> fields = new HashMap<>();

    /** @param mission null for institutes whatever their missions */
    void addInstitutes(@Nullable String region, @Nullable String mission, long count) {
        if (mission == null) {
            institutes.put(key(region), count);
        } else {
            missions.computeIfAbsent(key(region), key -> noMissions()).put(Mission.valueOf(mission), count);
        }
    }

    void addField(@Nullable String region, FieldCoverage field) {
        fields.computeIfAbsent(key(region), key -> new ArrayList<>()).add(field);
    }

    long institutes(@Nullable String region) {
        return institutes.getOrDefault(key(region), 0L);
    }

    /** All missions, those without institutes, too. */
    Map<Mission, Long> missions(@Nullable String region) {
        return missions.getOrDefault(key(region), noMissions());
    }

    List<FieldCoverage> fields(@Nullable String region) {
        return fields.getOrDefault(key(region), List.of());
    }

    private static String key(@Nullable String region) {
        return Objects.requireNonNullElse(region, COUNTRY);
    }

    private static Map<Mission, Long> noMissions() {
        var none = new EnumMap<Mission, Long>(Mission.class);
        for (var mission : Mission.values()) {
            none.put(mission, 0L);
        }
        return none;
    }
}
