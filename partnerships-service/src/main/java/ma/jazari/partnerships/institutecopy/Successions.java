package ma.jazari.partnerships.institutecopy;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import ma.jazari.platform.succession.SuccessionTable;

/** Which institutes were merged into which. */
@Singleton
public class Successions extends SuccessionTable {

    Successions(AgroalDataSource database) {
        super(database, "institute_copy", "INSTITUTE");
    }
}
