package ma.jazari.platform.json;

import ma.jazari.platform.problem.Violations;

/** A request with rules that span several of its properties; checked once its shape is right. */
public interface Checked extends JsonRequest {

    void check(Violations violations);
}
