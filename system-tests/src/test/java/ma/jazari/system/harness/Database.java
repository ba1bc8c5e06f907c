package ma.jazari.system.harness;

import java.sql.DriverManager;
import java.sql.SQLException;
import ma.jazari.localstack.run.Secrets;
import ma.jazari.localstack.stack.LocalStack;

/** A service's database, for somebody with the superuser's password who goes past the registry. */
public record Database(LocalStack stack, String name) {

    /** Carries out a statement with one text parameter; how many rows it changed. */
    public int execute(String sql, String parameter) {
        var options = stack.options();
        var password = new Secrets(options.state()).get("postgres-superuser");
        var url = "jdbc:postgresql://127.0.0.1:" + options.ports().postgres() + "/" + name;
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
