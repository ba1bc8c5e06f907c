package ma.jazari.partnerships.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import ma.jazari.partnerships.webhooktarget.Targets;
import ma.jazari.platform.json.MergePatch;
import ma.jazari.platform.problem.Problem;
import ma.jazari.platform.security.Actor;

/** Checks where a webhook would lead: outside any transaction, because names are looked up, and for those who may ask. */
@ApplicationScoped
class WebhookTargets {

    private final Targets targets;
    private final WebhookPolicy policy;

    WebhookTargets(Targets targets, WebhookPolicy policy) {
        this.targets = targets;
        this.policy = policy;
    }

    /** @throws Problem 404 for strangers, 400 if no webhook may lead there */
    void check(String partnerId, WebhookRequest request, Actor actor) {
        policy.check(partnerId, actor);
        check(request.url());
    }

    /** The same for a patch that names another URL. */
    void check(String partnerId, MergePatch patch, Actor actor) {
        policy.check(partnerId, actor);
        var url = patch.patch().get("url");
        if (url != null && url.isTextual()) {
            check(url.textValue());
        }
    }

    private void check(String url) {
        targets.objection(url).ifPresent(objection -> {
            throw Problem.invalid("/url", objection);
        });
    }
}
