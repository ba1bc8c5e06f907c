package ma.jazari.localstack.cli;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import ma.jazari.localstack.run.Step;
import ma.jazari.localstack.verify.CheckListener;
import ma.jazari.localstack.verify.CheckOutcome;
import ma.jazari.localstack.verify.FindingLine;
import ma.jazari.localstack.verify.LogOwner;
import ma.jazari.localstack.verify.RegistryCheck;

/** Has the services check their logs, and shows what they find. */
final class VerifyCommand {

    private static final int FOUND = 1;

    private final Console console;
    private final URI gateway;
    private final Supplier<String> token;

    /** @param token makes a fresh one: a long check must not be the end of the next one's */
    VerifyCommand(Console console, URI gateway, Supplier<String> token) {
        this.console = console;
        this.gateway = gateway;
        this.token = token;
    }

    /** @return 0 when all is well, 1 when something is not as it was written */
    int run(Command.Verify command) {
        console.line("Checking");
        var owners = command.owner().map(List::of).orElseGet(() -> List.of(LogOwner.values()));
        long findings = owners.stream().mapToLong(this::check).sum();
        console.line(
                findings == 0
                        ? "All is as it was written."
                        : counted(findings, "finding") + ". What it means: docs/guides/verify-a-history.md");
        return findings == 0 ? 0 : FOUND;
    }

    private long check(LogOwner owner) {
        var progress = new Progress(console);
        progress.show(Step.now(Step.Kind.BEGUN, owner.word(), "checking"));
        var outcome = new RegistryCheck(gateway, token.get()).run(owner, new CheckListener() {
            @Override
            public void checked(long checked, long of) {
                progress.show(
                        Step.now(Step.Kind.BEGUN, owner.word(), "checking, " + checked + " of " + of + " changes"));
                progress.tick(System.currentTimeMillis());
            }

            @Override
            public void found(FindingLine finding) {
                show(finding);
            }
        });
        progress.show(Step.now(Step.Kind.DONE, owner.word(), said(outcome)));
        outcome.headsDigests().forEach((type, digest) -> console.line("    heads of " + type + " " + digest));
        return outcome.findings();
    }

    private void show(FindingLine finding) {
        console.line("    " + finding.kind() + " in " + finding.table() + ": " + finding.recordType() + " "
                + finding.recordId() + ", version " + finding.version());
        console.line("      " + finding.detail());
    }

    private static String said(CheckOutcome outcome) {
        var compared = outcome.notCompared().isEmpty()
                ? ""
                : ", tables of " + String.join(", ", outcome.notCompared()) + " not compared";
        return counted(outcome.records(), "record") + ", " + counted(outcome.entries(), "change") + ", "
                + counted(outcome.findings(), "finding") + compared;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
