package ma.jazari.events.figure;

/** What an indicator whose source is the registry counts; all of it is verified, for nobody reports it. */
public enum Derivation {
    PROGRAM_EVENTS_HELD(
            true,
            "The program events of the programme and its parts that are COMPLETED: each once, on the day of its end, for the"
                    + " first of its hosts and the region of its venue."),
    PEOPLE_TRAINED(
            true,
            "The people who were checked in at the program events of type TRAINING of the programme and its parts: on the day"
                    + " of their check-in, for the first of the hosts and the region of the venue."),
    CONVENTIONS_IN_FORCE(
            false,
            "The conventions of the network that are in force, suspended ones among them: from the day on which they came into"
                    + " force to the one on which they ended, for the first institute that is party to them."),
    SOUTH_SOUTH_CONVENTIONS(
            false,
            "The conventions of the network in force that have a party from an African country other than Morocco: from the day"
                    + " on which they came into force to the one on which they ended, for the first institute that is party to them.");

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
