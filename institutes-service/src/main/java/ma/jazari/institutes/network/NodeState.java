package ma.jazari.institutes.network;

import java.util.List;
import ma.jazari.institutes.institute.InstituteKind;
import ma.jazari.institutes.institute.InstituteStatus;
import ma.jazari.institutes.institute.Mission;
import ma.jazari.platform.record.Name;

/** What a node of the tree says of its institute. */
record NodeState(
        String id,
        InstituteKind kind,
        InstituteStatus status,
        List<Name> names,
        String region,
        List<Mission> missions) {}
