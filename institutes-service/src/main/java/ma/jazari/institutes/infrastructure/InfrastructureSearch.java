package ma.jazari.institutes.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import ma.jazari.institutes.part.NetworkParts;
import ma.jazari.institutes.part.NetworkParts.Found;
import ma.jazari.platform.paging.ListQuery;
import ma.jazari.platform.paging.Page;
import ma.jazari.platform.query.Conditions;

/** Finds infrastructure across the network. */
@ApplicationScoped
class InfrastructureSearch {

    private final InfrastructureKind infrastructure;
    private final NetworkParts network;

    InfrastructureSearch(InfrastructureKind infrastructure, NetworkParts network) {
        this.infrastructure = infrastructure;
        this.network = network;
    }

    @Transactional
    Page<Found<InfrastructureRequest>> find(InfrastructureQuery query) {
        var conditions = new Conditions();
        conditions.anyOf("type", ListQuery.anyOf("type", query.type, InfrastructureType.class));
        conditions.anyOf("country", ListQuery.anyOf(query.country));
        if (query.sovereign != null) {
            conditions.add("sovereign = :sovereign", Map.of("sovereign", ListQuery.flag("sovereign", query.sovereign)));
        }
        NetworkParts.compare(conditions, "accelerators >=", "minAccelerators", query.minAccelerators);
        conditions.words("searchText", query.q);
        return network.find(infrastructure, conditions, query);
    }
}
