// What a client that is generated from the description does against a registry that runs: REGISTRY and TOKEN say which.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "../target/registry.js";

type Institute = components["schemas"]["Institute"];

const { REGISTRY, TOKEN } = process.env;
assert(REGISTRY && TOKEN, "REGISTRY and TOKEN are needed");
const anonymous = createClient<paths>({ baseUrl: REGISTRY });
const partner = createClient<paths>({ baseUrl: REGISTRY, headers: { Authorization: `Bearer ${TOKEN}` } });

/** What was answered; a problem is an error with its own words. */
function good<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status} ${answer.response.url}: ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

async function allInstitutes(): Promise<Institute[]> {
  const all: Institute[] = [];
  let cursor: string | undefined;
  do {
    const query = { status: "ACTIVE", limit: 2, ...(cursor && { cursor }) };
    const page = good(await anonymous.GET("/v1/institutes", { params: { query } }));
    all.push(...(page.items ?? []));
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

const institutes = await allInstitutes();
assert(institutes.length > 2, "more than one page");
assert.equal(new Set(institutes.map((institute) => institute.id)).size, institutes.length);

const listed = institutes.find((institute) => institute.kind === "INSTITUTE");
assert(listed?.id && listed.displayName);
const path = { id: listed.id };
const read = good(await anonymous.GET("/v1/institutes/{id}", { params: { path } }));
assert.equal(read.displayName, listed.displayName);
assert(read.version);

const body = { instituteId: listed.id, baseVersion: read.version, patch: { established: "2026-02-02" }, comment: "By a generated client" };
const suggested = await partner.POST("/v1/change-suggestions", { body });
const suggestion = good(suggested);
assert.equal(suggestion.status, "PENDING");
assert(suggestion.id);
const etag = suggested.response.headers.get("ETag");
assert(etag);
const withdrawn = good(
  await partner.POST("/v1/change-suggestions/{id}/transitions", {
    params: { path: { id: suggestion.id }, header: { "If-Match": etag } },
    body: { to: "WITHDRAWN" },
  }),
);
assert.equal(withdrawn.status, "WITHDRAWN");

const refused = await anonymous.POST("/v1/change-suggestions", { body });
assert.equal(refused.error?.status, 401);
assert.equal(refused.error?.type, "/problems/unauthenticated");

const feed = good(await partner.GET("/v1/changes", { params: { query: { limit: 3, types: "institute.*" } }, parseAs: "json" }));
assert(typeof feed !== "string", "asked for JSON");
assert.equal(feed.items.length, 3);
assert(feed.items.every((change) => change.type.startsWith("institute.") && change.cursor));
const next = good(await partner.GET("/v1/changes", { params: { query: { after: feed.resumeCursor, limit: 1 } }, parseAs: "json" }));
assert(typeof next !== "string" && next.items.every((change) => change.cursor !== feed.items.at(-1)?.cursor));

console.log(`journey done: ${institutes.length} institutes, suggestion ${suggestion.id}, ${feed.items.length} changes`);
