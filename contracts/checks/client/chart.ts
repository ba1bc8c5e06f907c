// Institutes by region as a bar chart: node target/client/chart.js > institutes.svg
import createClient from "openapi-fetch";
import type { paths } from "../target/registry.js";

const registry = createClient<paths>({ baseUrl: process.env.REGISTRY ?? "http://localhost:8080" });
const { data, error } = await registry.GET("/v1/network/coverage");
if (error) {
  throw new Error(`${error.title}: ${error.detail}`);
}
const bars = (data.regions ?? []).map((region) => ({ code: region.region ?? "?", count: region.institutes ?? 0 }));
const most = Math.max(1, ...bars.map((bar) => bar.count));
const rows = bars.map(({ code, count }, row) => {
  const y = 20 + row * 24;
  const width = (300 * count) / most;
  return `<text x="8" y="${y + 13}">${code}</text><rect x="70" y="${y}" width="${width}" height="16" fill="#0b6b4f"/><text x="${78 + width}" y="${y + 13}">${count}</text>`;
});
console.log(
  `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="${40 + bars.length * 24}" font-family="sans-serif" font-size="12">
<title>Active institutes by region</title>
${rows.join("\n")}
</svg>`,
);
