package ma.jazari.partnerships.webhooktarget;

/** A webhook may not lead there, or nobody knows where that is. The message goes on a line about the URL. */
public final class RefusedTarget extends Exception {

    RefusedTarget(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
