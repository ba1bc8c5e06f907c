package ma.jazari.events.programevent;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.search.SqlFilter;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a place.
 *
 * @param lat degrees north
 * @param lon degrees east
 * @param km as the crow flies
 */
record Nearby(double lat, double lon, double km) {

    private static final double EARTH_RADIUS = 6371.0088;
    private static final double DEFAULT_KM = 25;
    private static final double MOST_KM = 20_000;
    private static final double DEGREES_OF_LATITUDE = 90;
    private static final double DEGREES_OF_LONGITUDE = 180;

    private static final String NUMBER = "-?[0-9]{1,5}(?:\\.[0-9]{1,12})?";
    private static final Pattern PLACE = Pattern.compile("(" + NUMBER + "),(" + NUMBER + ")");
    private static final Pattern DISTANCE = Pattern.compile(NUMBER);

    // Great circles on a sphere: within half a per cent of the truth.
    private static final String DISTANCE_SQL =
            """
            2 * 6371.0088 * asin(sqrt(least(1,
                power(sin(radians(i.lat - :nearLat) / 2), 2)
                + cos(radians(:nearLat)) * cos(radians(i.lat)) * power(sin(radians(i.lon - :nearLon) / 2), 2)))) <= :nearKm
            """;

    /**
     * Reads {@code near=lat,lon} and {@code within=km}; empty where nothing is asked for.
     *
     * @throws Problem 400 for what is no place on earth, or no distance
     */
    static Optional<Nearby> of(@Nullable String near, @Nullable String within) {
        if (near == null) {
            if (within != null) {
                throw Problem.invalid("within", "is the distance from near, which is missing");
            }
            return Optional.empty();
        }
        var place = PLACE.matcher(near);
        if (!place.matches()) {
            throw notAPlace();
        }
        var lat = Double.parseDouble(place.group(1));
        var lon = Double.parseDouble(place.group(2));
        if (Math.abs(lat) > DEGREES_OF_LATITUDE || Math.abs(lon) > DEGREES_OF_LONGITUDE) {
            throw notAPlace();
        }
        return Optional.of(new Nearby(lat, lon, within == null ? DEFAULT_KM : km(within)));
    }

    private static Problem notAPlace() {
        return Problem.invalid("near", "must be latitude and longitude in degrees, such as 34.02,-6.83");
    }

    private static double km(String within) {
        double km = DISTANCE.matcher(within).matches() ? Double.parseDouble(within) : 0;
        if (km <= 0 || km > MOST_KM) {
            throw Problem.invalid("within", "must be kilometres, more than 0 and at most 20000");
        }
        return km;
    }

    /** Keeps the events whose venue is known to lie there: first by a box that an index serves, then exactly. */
    void addTo(SqlFilter filter) {
        var angle = Math.toDegrees(km / EARTH_RADIUS) * 1.001;
        filter.add("i.lat between :southLat and :northLat", Map.of("southLat", lat - angle, "northLat", lat + angle));
        if (Math.abs(lat) + angle < DEGREES_OF_LATITUDE) {
            var wide = Math.toDegrees(Math.asin(Math.sin(Math.toRadians(angle)) / Math.cos(Math.toRadians(lat))));
            // Across the date line the box would have two parts; there the latitude alone has to do.
            if (Math.abs(lon) + wide < DEGREES_OF_LONGITUDE) {
                filter.add("i.lon between :westLon and :eastLon", Map.of("westLon", lon - wide, "eastLon", lon + wide));
            }
        }
        filter.add(DISTANCE_SQL.strip(), Map.of("nearLat", lat, "nearLon", lon, "nearKm", km));
    }
}
