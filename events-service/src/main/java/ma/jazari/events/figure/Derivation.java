package ma.jazari.events.figure;

/** What an indicator whose source is the registry counts; all of it is verified, for nobody reports it. */
public enum Derivation {
    PROGRAM_EVENTS_HELD(
            true,
            "The program events of the programme and its parts that are COMPLETED and over: each once, on the day of its end by"
                    + " its own clock, for the first of its hosts and the region of its venue."),
    PEOPLE_TRAINED(
            true,
            "The attendances at program events of type TRAINING of the programme and its parts that were not cancelled: each"
                    + " registration that is CONFIRMED and checked in, on the day of its check-in by the event's own clock, for"
                    + " the first of the hosts and the region of the venue. Whoever attends three trainings counts three times,"
                    + " for the registry keeps nothing that would tell persons apart."),
    CONVENTIONS_IN_FORCE(
            false,
            "The conventions of the network that are in force, suspended ones among them: from the day on which they came into"
                    + " force to the one on which they ended, for the first institute that is party to them and the region where"
                    + " it is."),
    SOUTH_SOUTH_CONVENTIONS(
            false,
            "The conventions of the network in force that have a party from an African country other than Morocco: from the day"
                    + " on which they came into force to the one on which they ended, for the first institute that is party to"
                    + " them and the region where it is.");

    private final boolean ofProgrammes;
    private final String description;

    Derivation(boolean ofProgrammes, String description) {
        this.ofProgrammes = ofProgrammes;
        this.description = description;
    }

    /** Whether what is counted names a programme; otherwise it is the network's. */
    public boolean isOfProgrammes() {
        return ofProgrammes;
    }

    /** How it is derived, for whoever reads the figure. */
    public String description() {
        return description;
    }
}
