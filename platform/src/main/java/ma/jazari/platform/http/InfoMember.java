package ma.jazari.platform.http;

import java.util.Map;

/** What a part says of itself in {@code /info} besides what every part says. */
public interface InfoMember {

    String name();

    Map<String, Object> value();
}
