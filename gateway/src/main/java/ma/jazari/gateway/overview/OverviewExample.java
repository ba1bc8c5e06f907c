package ma.jazari.gateway.overview;

/** An answer, for the description. */
final class OverviewExample {

    static final String JSON =
            """
            {
              "institutes": {
                "total": 3,
                "byStatus": {"ACTIVE": 3},
                "byRegion": {"MA-01": 0, "MA-02": 0, "MA-03": 1, "MA-04": 1, "MA-05": 0, "MA-06": 0, "MA-07": 0,
                             "MA-08": 0, "MA-09": 1, "MA-10": 0, "MA-11": 0, "MA-12": 0},
                "byMission": {"INNOVATION": 1, "RESEARCH": 3, "TRAINING": 2}
              },
              "conventions": {"byStatus": {"IN_FORCE": 2, "EXPIRED": 1}, "southSouth": 1, "expiringIn90Days": 0},
              "programEvents": {
                "upcoming": [
                  {
                    "id": "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f",
                    "type": "TRAINING",
                    "titles": [{"value": "Formation à l'IA", "lang": "fr"}],
                    "start": "2026-12-01T09:00",
                    "end": "2026-12-01T18:00",
                    "zone": "Africa/Casablanca",
                    "startInstant": "2026-12-01T09:00:00Z",
                    "attendance": "ON_SITE",
                    "city": "Fès",
                    "region": "MA-03",
                    "hostInstituteIds": ["j4k7xq236"]
                  }
                ],
                "byType": {"TRAINING": 1}
              },
              "programmes": [
                {
                  "id": "019c1e2a-7b1c-7c3d-8e4f-5a6b7c8d9e0e",
                  "code": "MAROC-IA-2030",
                  "titles": [{"value": "Maroc IA 2030", "lang": "fr"}],
                  "indicators": [
                    {
                      "key": "gdp",
                      "titles": [{"value": "Contribution au PIB", "lang": "fr"}],
                      "unit": "USD",
                      "aggregation": "SUM",
                      "baseline": "0",
                      "target": "10000000000",
                      "targetDate": "2030-12-31",
                      "total": "1200000",
                      "level": "1200000",
                      "verifiedLevel": "400000",
                      "share": "0.00012",
                      "expected": "1758893280.63"
                    }
                  ]
                }
              ],
              "generatedAt": "2026-11-28T10:00:00Z",
              "unreachable": ["events-service"],
              "stale": [{"service": "events-service", "asOf": "2026-11-28T09:59:30Z"}]
            }
            """;

    private OverviewExample() {}
}
