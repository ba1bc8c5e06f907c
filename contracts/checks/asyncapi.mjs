// Parses an AsyncAPI description with all that it refers to, and says what is wrong with it.
import { Parser, fromFile } from "@asyncapi/parser";

const parser = new Parser();
const { document, diagnostics } = await fromFile(parser, process.argv[2]).parse();
const faults = diagnostics.filter(({ severity }) => severity <= 1);
for (const { severity, code, message, path } of faults) {
  console.log(`${severity === 0 ? "error" : "warning"} ${code} at ${path.join("/")}: ${message}`);
}
if (document === undefined || faults.length > 0) {
  process.exit(1);
}
console.log(`valid: ${document.allChannels().length} channels, ${document.allMessages().length} messages`);
