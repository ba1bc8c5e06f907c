package ma.jazari.institutes.administrator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import ma.jazari.institutes.institute.Institute;
import ma.jazari.institutes.institute.InstitutePolicy;
import ma.jazari.institutes.institute.InstituteService;
import ma.jazari.platform.id.PublicId;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;
import ma.jazari.platform.security.Role;

/** Who knows of an institute's administrators, and whose account they may touch. */
@ApplicationScoped
class AdministratorPolicy {

    private static final Set<String> ORDINARY = Set.of(Role.INSTITUTE_ADMIN);

    private final InstituteService institutes;
    private final KeycloakAccounts accounts;

    AdministratorPolicy(InstituteService institutes, KeycloakAccounts accounts) {
        this.institutes = institutes;
        this.accounts = accounts;
    }

    /** @throws Problem 404 for a stranger and for an institute that there is not */
    Institute check(String instituteId, Actor actor) {
        PublicId.checked('j', instituteId);
        if (!actor.isNetworkAdmin() && !actor.actsFor(InstitutePolicy.SUBJECT, instituteId)) {
            throw Problem.notFound("institute with administrators", instituteId);
        }
        return institutes.get(instituteId, actor);
    }

    /** @throws Problem 404 for a stranger, 409 for an institute whose record nobody keeps any more */
    void checkInvites(String instituteId, Actor actor) {
        var institute = check(instituteId, actor);
        if (institute.successorId() != null) {
            throw Problem.conflict("It was merged into " + institute.successorId() + ". Invite the person there.")
                    .with("successorId", institute.successorId());
        }
        if (institute.status().isEnded()) {
            throw Problem.conflict("It is " + institute.status() + ": there is nothing to administer any more.");
        }
    }

    /**
     * An institute's administrators have a say over persons who are nothing but that. And an address counts only once its
     * owner has confirmed it, or has nothing to sign in with yet: everybody may write anybody's address into their account.
     *
     * @throws Problem 403 for an account that has other roles or was suspended, 409 for one that is locked or may be somebody else's
     */
    void checkAdds(Account account, Actor actor) {
        checkTouches(account, actor);
        if (!account.enabled()) {
            throw Problem.conflict("The account with this address is locked. Have it unlocked in Keycloak first.");
        }
        if (!account.verified() && accounts.hasCredentials(account.id())) {
            throw Problem.conflict("There is an account with this address, and its owner has not shown that the address"
                    + " is theirs. They sign in once and follow the mail that they are sent; then invite them.");
        }
    }

    /**
     * An account that has institutes and not the role is one that was suspended: the role would let it act for all of them.
     *
     * @throws Problem 403 for an account that has other roles, or was suspended
     */
    void checkTouches(Account account, Actor actor) {
        if (actor.isNetworkAdmin()) {
            return;
        }
        var roles = accounts.roles(account.id());
        boolean isOrdinary = roles.isEmpty() ? account.institutes().isEmpty() : roles.equals(ORDINARY);
        if (!isOrdinary) {
            throw Problem.forbidden("Only the network administrator adds or removes this account.");
        }
    }
}
