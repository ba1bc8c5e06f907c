package ma.jazari.partnerships.partner;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import ma.jazari.platform.succession.SuccessionTable;

/** Which partners were merged into which. */
@Singleton
public class PartnerSuccessions extends SuccessionTable {

    PartnerSuccessions(AgroalDataSource database) {
        super(database, "partner", PartnerPolicy.SUBJECT);
    }
}
