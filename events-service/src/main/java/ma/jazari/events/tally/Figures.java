package ma.jazari.events.tally;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ma.jazari.platform.record.Name;

/** What counts of one indicator, by the last day of its period, by institute and by region. */
public final class Figures {

    private final TreeMap<LocalDate, Split> byDay = new TreeMap<>();
    private final List<OfInstitute> byInstitute = new ArrayList<>();
    private final Map<String, Split> byRegion = new HashMap<>();
    private Split elsewhere = Split.NONE;

    public void addDay(LocalDate day, Split split) {
        byDay.merge(day, split, Split::plus);
    }

    public void addInstitute(String id, List<Name> names, Split split) {
        byInstitute.add(new OfInstitute(id, names, split));
    }

    public void addRegion(String region, Split split) {
        byRegion.merge(region, split, Split::plus);
    }

    /** Adds what is of no region. */
    public void addElsewhere(Split split) {
        elsewhere = elsewhere.plus(split);
    }

    public SortedMap<LocalDate, Split> byDay() {
        return byDay;
    }

    public List<OfInstitute> byInstitute() {
        return byInstitute;
    }

    public Map<String, Split> byRegion() {
        return byRegion;
    }

    /** What is of no region: held online, or of an institute that is not known here. */
    public Split elsewhere() {
        return elsewhere;
    }

    public Split total() {
        return byDay.values().stream().reduce(Split.NONE, Split::plus);
    }

    /** @param names empty where the institute is not known any more */
    public record OfInstitute(String id, List<Name> names, Split split) {}
}
