import { faultBody } from '../envelopes';
import { objectNotFound, QboFault, requiredParameter } from '../fault';
import { isObject, type JsonObject, parseJson, textAt } from '../json';
import type { Call } from './call';

/** `POST /upload`: parts file_metadata_01 (JSON) and file_content_01, and so on (Intuit: Attachable). */
export async function upload(call: Call): Promise<JsonObject> {
  const form = await formOf(call.request);
  const responses: JsonObject[] = [];
  for (const [key, value] of form.entries()) {
    if (!key.startsWith('file_content_') || typeof value === 'string') continue;
    const described = form.get(key.replace('content', 'metadata'));
    const text = typeof described === 'string' ? described : ((await described?.text()) ?? '');
    responses.push(await store(call, value, text));
  }
  if (responses.length === 0) throw requiredParameter('file_content_01');
  return { AttachableResponse: responses };
}

/** Line feeds without carriage returns are taken as well (ej2/python-quickbooks uploads so). */
async function formOf(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  const text = Buffer.from(await request.arrayBuffer()).toString('latin1');
  const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? '';
  const isBare = !text.includes('\r\n');
  const body = Buffer.from(
    isBare ? whole(text.replaceAll('\n', '\r\n'), boundary) : text,
    'latin1',
  );
  return new Response(body, { headers: { 'content-type': type } }).formData();
}

/** From the first boundary on; a part of content without a name of its own is a file all the same. */
function whole(text: string, boundary: string): string {
  return text
    .slice(text.indexOf(`--${boundary}`))
    .replaceAll(/(name="(file_content_\d+)")(?=\r\n)/g, '$1; filename="$2"');
}

async function store(call: Call, file: File, metadata: string): Promise<JsonObject> {
  const sent = metadata === '' ? {} : parseJson(metadata);
  if (!isObject(sent)) throw requiredParameter('file_metadata_01');
  try {
    const made = call.company.create(
      'Attachable',
      { FileName: file.name, ContentType: file.type, ...sent },
      call.options,
    );
    const id = textAt(made, 'Id') ?? '';
    const bytes = new Uint8Array(await file.arrayBuffer());
    call.files.set(`${call.company.realm}/${id}`, { bytes, type: file.type });
    return { Attachable: withDownload(call, call.company.holdFile(id, bytes.length)) };
  } catch (error) {
    if (error instanceof QboFault) return { Fault: faultBody(error) };
    throw error;
  }
}

/** An attachable with the address from which its file can be had for a short time. */
export function withDownload(call: Call, attachable: JsonObject): JsonObject {
  const id = textAt(attachable, 'Id') ?? '';
  if (!call.files.has(`${call.company.realm}/${id}`)) return attachable;
  return { ...attachable, TempDownloadUri: uriOf(call, id) };
}

function uriOf(call: Call, id: string): string {
  return `${new URL(call.request.url).origin}/download/${call.company.realm}/${id}`;
}

/** `GET /download/{id}` answers a short-lived address as plain text. */
export function downloadAddress(call: Call): Response {
  const id = call.parts[1] ?? '';
  call.company.read('Attachable', id);
  if (!call.files.has(`${call.company.realm}/${id}`)) throw objectNotFound();
  return new Response(uriOf(call, id), { headers: { 'Content-Type': 'text/plain' } });
}
