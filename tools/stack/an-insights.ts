import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listen } from "@tenantpilot/embedded-azure/tls/listen";
import { openAuthority } from "@tenantpilot/embedded-azure/tls/make-authority";
import { trust } from "@tenantpilot/embedded-azure/tls/trust";
import { z } from "zod";

const envelopeSchema = z.strictObject({
  name: z.string(),
  time: z.iso.datetime(),
  iKey: z.string(),
  tags: z.record(z.string(), z.string()),
  data: z.strictObject({ baseType: z.string(), baseData: z.record(z.string(), z.unknown()) }),
});

const dependencySchema = z.strictObject({
  ver: z.literal(2),
  id: z.string(),
  name: z.string(),
  type: z.string(),
  duration: z.string(),
  resultCode: z.string(),
  success: z.boolean(),
  properties: z.record(z.string(), z.string()),
});

const metricSchema = z.strictObject({
  ver: z.literal(2),
  metrics: z.array(z.strictObject({ name: z.string(), value: z.number(), count: z.literal(1) })),
  properties: z.strictObject({}),
});

export type Envelope = z.infer<typeof envelopeSchema>;
export type Told = z.infer<typeof dependencySchema> & {
  readonly traceId: string;
  readonly parentId: string | undefined;
  readonly role: string;
};

export type Insights = AsyncDisposable & {
  readonly connectionString: string;
  /** What each request was authorised with, and what came in its body, in the order of arrival. */
  readonly requests: readonly { authorization: string; path: string; body: string }[];
  /** Status of the next answers. */
  answer: (status: number) => void;
  envelopes(): Envelope[];
  spans(): Told[];
  measurements(): Record<string, number>[];
};

export const instrumentationKey = "0f0e0d0c-0b0a-4908-8706-050403020100";

/** The place where Application Insights takes telemetry in, as far as the network: it keeps what it accepted. */
export async function anInsights(tlsDir?: string): Promise<Insights> {
  const authority = await openAuthority(tlsDir ?? (await mkdtemp(join(tmpdir(), "insights-"))));
  trust(authority.caPem);
  const requests: { authorization: string; path: string; body: string }[] = [];
  const accepted: Envelope[] = [];
  let status = 200;
  const server = await listen(
    (request, response) => {
      void Array.fromAsync<Buffer>(request).then((chunks) => {
        const body = Buffer.concat(chunks).toString();
        requests.push({ authorization: request.headers.authorization ?? "", path: request.url ?? "", body });
        if (status === 200) accepted.push(...z.array(envelopeSchema).parse(JSON.parse(body)));
        response.writeHead(status, { "content-type": "application/json" }).end("{}");
      });
    },
    { port: 0, tls: authority.issue() },
  );
  return {
    connectionString: `InstrumentationKey=${instrumentationKey};IngestionEndpoint=${server.endpoint}/;LiveEndpoint=x`,
    requests,
    answer: (next) => {
      status = next;
    },
    envelopes: () => [...accepted],
    spans: () => accepted.filter(({ data }) => data.baseType === "RemoteDependencyData").map(toTold),
    measurements: () =>
      accepted
        .filter(({ data }) => data.baseType === "MetricData")
        .map(({ data }) =>
          Object.fromEntries(metricSchema.parse(data.baseData).metrics.map(({ name, value }) => [name, value])),
        ),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

function toTold({ tags, data }: Envelope): Told {
  return {
    ...dependencySchema.parse(data.baseData),
    traceId: tags["ai.operation.id"] ?? "",
    parentId: tags["ai.operation.parentId"],
    role: tags["ai.cloud.role"] ?? "",
  };
}
