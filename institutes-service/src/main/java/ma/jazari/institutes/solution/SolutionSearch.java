package ma.jazari.institutes.solution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import ma.jazari.institutes.part.NetworkParts;
import ma.jazari.institutes.part.NetworkParts.Found;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.query.Conditions;
import ma.jazari.platform.text.SearchText;

/** Finds solutions across the network. */
@ApplicationScoped
class SolutionSearch {

    private final Solutions solutions;
    private final NetworkParts network;

    SolutionSearch(Solutions solutions, NetworkParts network) {
        this.solutions = solutions;
        this.network = network;
    }

    @Transactional
    Page<Found<SolutionRequest>> find(SolutionQuery query) {
        var conditions = new Conditions();
        var sectors = ListQuery.anyOf(query.sector).stream().map(SearchText::of).toList();
        if (!sectors.isEmpty()) {
            conditions.add("sectorKey in :sectors", Map.of("sectors", sectors));
        }
        NetworkParts.compare(conditions, "trl >=", "trlMin", query.trlMin);
        NetworkParts.compare(conditions, "trl <=", "trlMax", query.trlMax);
        conditions.overlaps("languages", ListQuery.anyOf(query.language));
        conditions.overlaps("deployedIn", ListQuery.anyOf(query.deployedIn));
        conditions.words("searchText", query.q);
        return network.find(solutions, conditions, query);
    }
}
