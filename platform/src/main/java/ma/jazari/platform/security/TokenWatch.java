package ma.jazari.platform.security;

/** Is told of the clients whose tokens come in; called in every request, so it does nothing that takes time. */
public interface TokenWatch {

    /** @param client the id of the client that the token was issued to */
    void used(String client);
}
