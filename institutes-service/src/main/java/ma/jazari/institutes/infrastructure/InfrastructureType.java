package ma.jazari.institutes.infrastructure;

/** What a compute or data resource is. */
public enum InfrastructureType {
    DATA_CENTRE,
    CLUSTER,
    CLOUD_REGION
}
