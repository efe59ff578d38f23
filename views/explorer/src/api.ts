// Asks the server. Every failure is a Problem with words for the analyst and what to do about it.

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    message: string,
    readonly remedy: string,
    readonly candidates: string[] = [],
  ) {
    super(message);
  }
}

/** Answers in the place of the server, where a page brings its own data along. */
export type Answerer = (method: string, path: string, given: Record<string, unknown>) => unknown;

let answerer: Answerer | null = null;

export function answerBy(own: Answerer): void {
  answerer = own;
}

type Value = string | number | boolean | null | undefined;
export type Parameters = Record<string, Value | readonly string[]>;

const ROOT = "/api/v1/";

export function get<Answer>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<Answer> {
  if (answerer) return answeredHere<Answer>(answerer, "GET", path, parameters);
  return ask<Answer>(address(path, parameters), { method: "GET", signal });
}

export function post<Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
  if (answerer) return answeredHere<Answer>(answerer, "POST", path, body as Record<string, unknown>);
  return ask<Answer>(ROOT + path, json("POST", body, signal));
}

export function put<Answer>(path: string, body: unknown): Promise<Answer> {
  return ask<Answer>(ROOT + path, json("PUT", body));
}

export function remove(path: string): Promise<unknown> {
  return ask(ROOT + path, { method: "DELETE" });
}

/** A file as it is, not read into text. */
export async function download(path: string, body: unknown): Promise<Blob> {
  return (await answered(ROOT + path, json("POST", body))).blob();
}

/** Sends a file as the body. */
export function send<Answer>(path: string, parameters: Parameters, file: Blob): Promise<Answer> {
  return ask<Answer>(address(path, parameters), {
    method: "POST",
    body: file,
    headers: { "Content-Type": "application/octet-stream" },
  });
}

/** As late as a server's answer, never before the caller is ready for it. */
async function answeredHere<Answer>(own: Answerer, method: string, path: string, given: Record<string, unknown>): Promise<Answer> {
  await Promise.resolve();
  return own(method, path, given) as Answer;
}

function address(path: string, parameters: Parameters): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "") pairs.append(name, String(one));
    }
  }
  const text = pairs.toString();
  return ROOT + path + (text ? "?" + text : "");
}

function json(method: string, body: unknown, signal?: AbortSignal): RequestInit {
  return { method, body: JSON.stringify(body), headers: { "Content-Type": "application/json" }, signal };
}

async function ask<Answer>(where: string, how: RequestInit): Promise<Answer> {
  const response = await answered(where, how);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

async function answered(where: string, how: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(where, { credentials: "same-origin", ...how });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, "Gone", "The explorer's server does not answer.", "Start it again with 'allygraph explore' and reload this page.");
  }
  if (response.ok) return response;
  const told = (await response.json().catch(() => ({}))) as Partial<Problem> & { candidates?: string[] };
  throw new Problem(
    response.status,
    told.error ?? "Failed",
    told.message ?? `The server answered ${response.status}.`,
    told.remedy ?? "Reload the page.",
    told.candidates ?? [],
  );
}
