package ma.jazari.platform.test;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests to the service under test. */
public final class Api {

    public static final String MERGE_PATCH = "application/merge-patch+json";

    private Api() {}

    /** A request without a token. */
    public static RequestSpecification anonymous() {
        var encoding = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .defaultContentCharset("UTF-8")
                .encodeContentTypeAs(MERGE_PATCH, ContentType.TEXT);
        var config = RestAssured.config();
        // What failed requests and answers print is laid out for every one of them, failed or not.
        var plain = config.getLogConfig().enablePrettyPrinting(false);
        return RestAssured.given().config(config.encoderConfig(encoding).logConfig(plain));
    }

    /** A request with this access token. */
    public static RequestSpecification as(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }
}
