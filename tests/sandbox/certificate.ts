import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/**
 * A self-signed certificate, written as DER by hand: Node can make keys and sign, but not write
 * certificates, and nothing may be downloaded for it. Nobody has to trust it: browsers of tests
 * start with `--ignore-certificate-errors`.
 */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const OID = {
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
  commonName: [0x55, 0x04, 0x03],
  subjectAltName: [0x55, 0x1d, 0x11],
  basicConstraints: [0x55, 0x1d, 0x13],
} as const;

const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  dnsName: 0x82,
  ipAddress: 0x87,
  version: 0xa0,
  extensions: 0xa3,
} as const;

const VALID_DAYS = 30;
const DAY_MS = 86_400_000;

/** Valid from yesterday for 30 days, for the host names and 127.0.0.1. */
export function selfSignedCertificate(hosts: readonly string[], now: Date): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(TAG.sequence, der(TAG.oid, OID.ecdsaWithSha256));
  const name = distinguishedName('Sandbox');
  const tbs = der(
    TAG.sequence,
    der(TAG.version, der(TAG.integer, [2])),
    der(TAG.integer, [1, ...randomBytes(15)]),
    algorithm,
    name,
    der(TAG.sequence, time(now, -1), time(now, VALID_DAYS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(TAG.extensions, der(TAG.sequence, isCertificateAuthority(), alternativeNames(hosts))),
  );
  const signature = sign('sha256', tbs, privateKey);
  const certificate = der(TAG.sequence, tbs, algorithm, der(TAG.bitString, [0], signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(certificate),
  };
}

function der(tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function distinguishedName(commonName: string): Buffer {
  const text = der(TAG.utf8, Buffer.from(commonName, 'utf8'));
  return der(TAG.sequence, der(TAG.set, der(TAG.sequence, der(TAG.oid, OID.commonName), text)));
}

function time(now: Date, days: number): Buffer {
  const text = new Date(now.getTime() + days * DAY_MS).toISOString().replace(/[-:T]|\..*/g, '');
  return der(TAG.generalizedTime, Buffer.from(`${text}Z`, 'ascii'));
}

function isCertificateAuthority(): Buffer {
  const value = der(TAG.sequence, der(TAG.boolean, [0xff]));
  return extension(OID.basicConstraints, value);
}

function alternativeNames(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) => der(TAG.dnsName, Buffer.from(host, 'ascii')));
  const loopback = der(TAG.ipAddress, [127, 0, 0, 1]);
  return extension(OID.subjectAltName, der(TAG.sequence, ...names, loopback));
}

function extension(oid: readonly number[], value: Buffer): Buffer {
  return der(TAG.sequence, der(TAG.oid, oid), der(TAG.octetString, value));
}

function pem(content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
