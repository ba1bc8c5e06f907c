package ma.jazari.institutes.infrastructure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import ma.jazari.institutes.part.Part;
import ma.jazari.platform.text.SearchText;

/** A compute or data resource of an institute. Whether it is sovereign is the database's to derive. */
@Entity
@Table(name = "institute_infrastructure")
class Infrastructure extends Part<InfrastructureRequest> {

    @Enumerated(EnumType.STRING)
    private InfrastructureType type;

    private String name;

    private String country;

    private String operator;

    @Column(name = "operator_country")
    private String operatorCountry;

    private int accelerators;

    @Column(name = "storage_tb")
    private BigDecimal storageTb;

    @Column(insertable = false, updatable = false)
    private boolean sovereign;

    @Column(name = "search_text")
    private String searchText;

    /** For Hibernate. */
    protected Infrastructure() {}

    Infrastructure(String instituteId, InfrastructureRequest request, Instant now) {
        super(instituteId, now);
        set(request);
    }

    @Override
    protected final void set(InfrastructureRequest request) {
        type = request.type();
        name = request.name();
        country = request.country();
        operator = request.operator();
        operatorCountry = request.operatorCountry();
        accelerators = request.acceleratorsOrNone();
        storageTb = BigDecimal.valueOf(request.storageTbOrNone());
        sovereign = request.standsAndIsRunInMorocco();
        searchText = SearchText.of(name) + " | " + SearchText.of(operator);
    }

    @Override
    public InfrastructureRequest written() {
        return new InfrastructureRequest(
                type, name, country, operator, operatorCountry, accelerators, storageTb.doubleValue());
    }
}
