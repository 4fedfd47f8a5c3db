import { describe, expect, it } from 'vitest';
import { customer, invoice, start } from './fixture';
import { call, faultLike } from './http';

function form(note: string, link: string): FormData {
  const metadata = {
    Note: note,
    AttachableRef: [{ EntityRef: { type: 'Invoice', value: link } }],
  };
  const out = new FormData();
  out.set('file_metadata_01', new Blob([JSON.stringify(metadata)], { type: 'application/json' }));
  out.set('file_content_01', new File(['hello'], 'a.txt', { type: 'text/plain' }));
  return out;
}

describe('attachables', () => {
  it('keep size and address of their file, and are found by what they hang on', async () => {
    const scene = start();
    const amy = customer(scene.company, 'Amy');
    invoice(scene.company, amy, 10);
    invoice(scene.company, amy, 20);
    await call(scene, 'upload', form('first', '1'));
    await call(scene, 'upload', form('second', '2'));
    const read = (await call(scene, 'attachable/1')).body.Attachable;
    expect(read).toMatchObject({
      Size: 5,
      FileAccessUri: expect.stringContaining('/download/1'),
      TempDownloadUri: expect.stringContaining('/download/'),
    });
    const where =
      "AttachableRef.EntityRef.Type = 'Invoice' and AttachableRef.EntityRef.value = '2'";
    const query = encodeURIComponent(`select * from attachable where ${where}`);
    expect((await call(scene, `query?query=${query}`)).body).toMatchObject({
      QueryResponse: { Attachable: [{ Note: 'second' }], maxResults: 1 },
    });
    const renamed = { Id: '1', SyncToken: '0', FileName: 'b.txt', sparse: true };
    expect((await call(scene, 'attachable', renamed)).body).toMatchObject({
      Attachable: { FileName: 'b.txt', Size: 5, Note: 'first' },
    });
    const gone = await call(scene, 'attachable?operation=delete', { Id: '1', SyncToken: '1' });
    expect(gone.body).toMatchObject({ Attachable: { status: 'Deleted', Id: '1' } });
    expect((await call(scene, 'download/1')).body).toMatchObject(faultLike('610'));
    const cdc = await call(scene, 'cdc?entities=attachable&changedSince=2026-03-01T00:00:00Z');
    expect(cdc.body).toMatchObject({
      CDCResponse: [{ QueryResponse: [{ Attachable: [{ Id: '2' }, { status: 'Deleted' }] }] }],
    });
  });
});
