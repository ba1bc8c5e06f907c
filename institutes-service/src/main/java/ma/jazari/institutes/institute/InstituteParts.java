package ma.jazari.institutes.institute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import ma.jazari.platform.changelog.Canonical;
import ma.jazari.platform.changelog.DatabaseFailure;

/** The parts of an institute as they are published: each kind an object by the parts' ids, absent where there are none. */
@ApplicationScoped
class InstituteParts {

    private static final String PARTS =
            """
            select i.id, jsonb_strip_nulls(jsonb_build_object(
                'competencies', (
                    select jsonb_object_agg(id, jsonb_build_object('field', field, 'level', level, 'people', people))
                    from institute_competency where institute_id = i.id),
                'solutions', (
                    select jsonb_object_agg(id, jsonb_build_object('name', names, 'sector', sector, 'trl', trl, 'url', url,
                                                                   'languages', languages, 'deployedIn', deployed_in))
                    from institute_solution where institute_id = i.id),
                'infrastructure', (
                    select jsonb_object_agg(id, jsonb_build_object(
                        'type', type, 'name', name, 'country', country, 'operator', operator,
                        'operatorCountry', operator_country, 'accelerators', accelerators, 'storageTb', storage_tb,
                        'sovereign', sovereign))
                    from institute_infrastructure where institute_id = i.id),
                'relationships', (
                    select jsonb_object_agg(id, jsonb_build_object('type', type, 'id', other_id, 'validFrom', valid_from,
                                                                   'validTo', valid_to))
                    from institute_relationship where institute_id = i.id)
            ))::text
            from unnest(?::text[]) as i (id)
            """;

    private final AgroalDataSource database;

    InstituteParts(AgroalDataSource database) {
        this.database = database;
    }

    /** The parts of each of the institutes, by its id. */
    Map<String, ObjectNode> of(Collection<String> instituteIds) {
        if (instituteIds.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(PARTS)) {
            select.setArray(1, connection.createArrayOf("text", instituteIds.toArray()));
            try (var row = select.executeQuery()) {
                var parts = new HashMap<String, ObjectNode>();
                while (row.next()) {
                    parts.put(row.getString(1), Canonical.object(row.getString(2)));
                }
                return parts;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("read the parts of institutes", e);
        }
    }
}
