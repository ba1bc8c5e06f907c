package ma.jazari.events.registration;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets a method that is {@link InTurn} begin when it is its turn. */
@InTurn
@Interceptor
@Priority(TurnInterceptor.BEFORE_TRANSACTIONS)
class TurnInterceptor {

    // Outside of the transaction that an Idempotency-Key opens, which has Priority.APPLICATION.
    static final int BEFORE_TRANSACTIONS = Interceptor.Priority.APPLICATION - 100;

    private final Turns turns;

    TurnInterceptor(Turns turns) {
        this.turns = turns;
    }

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        return turns.at((String) call.getParameters()[0], call::proceed);
    }
}
