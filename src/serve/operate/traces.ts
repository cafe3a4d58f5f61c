import type * as OpenTelemetryApi from '@opentelemetry/api';
import type { Span, Tracer } from '@opentelemetry/api';
import { requestEnded, type RequestRecord } from '../http/request-record.ts';

type OpenTelemetry = typeof OpenTelemetryApi;

/**
 * Gives each request a span, and each of its phases one below it, in the trace that its
 * `traceparent` names. Made when the request has ended: while it runs, it costs nothing.
 * Nothing happens where no SDK of OpenTelemetry is set up in this process.
 */
export async function openTraces(): Promise<() => void> {
  const api = await import('@opentelemetry/api').catch(() => undefined); // an optional peer
  if (!api) return () => {};
  const tracer = api.trace.getTracer('cardstock');
  return requestEnded.subscribe((record) => trace(record, tracer, api));
}

function trace(
  record: RequestRecord,
  tracer: Tracer,
  { context, propagation, trace: spans, SpanKind, SpanStatusCode }: OpenTelemetry,
): void {
  const { traceparent, phases = [], route, status, durationMs } = record;
  const parent = propagation.extract(context.active(), { traceparent });
  const startedAt = Date.now() - durationMs;
  const span: Span = tracer.startSpan(
    `${record.method} ${route}`,
    { kind: SpanKind.SERVER, startTime: startedAt, attributes: attributesOf(record) },
    parent,
  );
  for (const { name, startMs, durationMs: lasted } of phases) {
    tracer
      .startSpan(name, { startTime: startedAt + startMs }, spans.setSpan(parent, span))
      .end(startedAt + startMs + lasted);
  }
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(startedAt + durationMs);
}

function attributesOf(record: RequestRecord): Record<string, string | number> {
  const { method, status, route, id, bytes, template, variant, format, cache, fallback, error } = record;
  const all = {
    'http.request.method': method,
    'http.response.status_code': status,
    'http.response.body.size': bytes,
    'http.route': route,
    'cardstock.request_id': id,
    'cardstock.template': template,
    'cardstock.variant': variant,
    'cardstock.format': format,
    'cardstock.cache': cache,
    'cardstock.fallback': fallback,
    'error.type': error,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}
