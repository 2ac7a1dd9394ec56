import { isIPv4, isIPv6 } from 'node:net';
import { Unreadable } from '../../reading/unreadable.js';
import { type Kind, list, ref } from './kinds.js';
import type { Shape } from './shape.js';

/** An address, or a range of them in CIDR notation. */
const address =
  (isAddress: (text: string) => boolean, bits: number): Kind =>
  (value, at) => {
    const [base, prefix, ...more] = typeof value === 'string' ? value.split('/') : [''];
    const ranged = prefix === undefined || (/^(?:0|[1-9]\d{0,2})$/.test(prefix) && Number(prefix) <= bits);
    if (!isAddress(base ?? '') || !ranged || more.length > 0)
      throw new Unreadable(at, 'This is no such address.');
  };

const times = { ctime: 'moment', mtime: 'moment', atime: 'moment' } as const;
const resolves = {
  resolves_to_refs: list(ref('mac-addr')),
  belongs_to_refs: list(ref('autonomous-system')),
} as const;
const addr = ref('email-addr');

/** STIX 2.1, section 6: the cyber-observable objects. */
export const OBSERVABLES: Readonly<Record<string, Shape>> = {
  artifact: {
    mime_type: 'text',
    payload_bin: 'binary',
    url: 'uri',
    hashes: 'hashes',
    encryption_algorithm: 'text',
    decryption_key: 'text',
  },
  'autonomous-system': { number: 'int!', name: 'text', rir: 'text' },
  directory: { path: 'text!', path_enc: 'text', ...times, contains_refs: list(ref('file', 'directory')) },
  'domain-name': {
    value: 'text!',
    resolves_to_refs: list(ref('ipv4-addr', 'ipv6-addr', 'domain-name')),
  },
  'email-addr': { value: 'email!', display_name: 'text', belongs_to_ref: ref('user-account') },
  'email-message': {
    is_multipart: 'bool!',
    date: 'moment',
    content_type: 'text',
    from_ref: addr,
    sender_ref: addr,
    to_refs: list(addr),
    cc_refs: list(addr),
    bcc_refs: list(addr),
    message_id: 'text',
    subject: 'text',
    received_lines: 'texts',
    additional_header_fields: 'dictionary',
    body: 'text',
    raw_email_ref: ref('artifact'),
  },
  file: {
    hashes: 'hashes',
    size: 'size',
    name: 'text',
    name_enc: 'text',
    magic_number_hex: 'hex',
    mime_type: 'text',
    ...times,
    parent_directory_ref: ref('directory'),
    contains_refs: 'refs',
    content_ref: ref('artifact'),
  },
  'ipv4-addr': { value: 'text!', ...resolves },
  'ipv6-addr': { value: 'text!', ...resolves },
  'mac-addr': { value: 'mac!' },
  mutex: { name: 'text!' },
  'network-traffic': {
    start: 'moment',
    end: 'moment',
    is_active: 'bool',
    src_ref: ref('ipv4-addr', 'ipv6-addr', 'mac-addr', 'domain-name'),
    dst_ref: ref('ipv4-addr', 'ipv6-addr', 'mac-addr', 'domain-name'),
    src_port: 'port',
    dst_port: 'port',
    protocols: 'texts!',
    src_byte_count: 'size',
    dst_byte_count: 'size',
    src_packets: 'size',
    dst_packets: 'size',
    ipfix: 'dictionary',
    src_payload_ref: ref('artifact'),
    dst_payload_ref: ref('artifact'),
    encapsulates_refs: list(ref('network-traffic')),
    encapsulated_by_ref: ref('network-traffic'),
  },
  process: {
    is_hidden: 'bool',
    pid: 'int',
    created_time: 'moment',
    cwd: 'text',
    command_line: 'text',
    environment_variables: 'dictionary',
    opened_connection_refs: list(ref('network-traffic')),
    creator_user_ref: ref('user-account'),
    image_ref: ref('file'),
    parent_ref: ref('process'),
    child_refs: list(ref('process')),
  },
  software: {
    name: 'text!',
    cpe: 'text',
    swid: 'text',
    languages: 'texts',
    vendor: 'text',
    version: 'text',
  },
  url: { value: 'uri!' },
  'user-account': {
    user_id: 'text',
    credential: 'text',
    account_login: 'text',
    account_type: 'text',
    display_name: 'text',
    is_service_account: 'bool',
    is_privileged: 'bool',
    can_escalate_privs: 'bool',
    is_disabled: 'bool',
    account_created: 'moment',
    account_expires: 'moment',
    credential_last_changed: 'moment',
    account_first_login: 'moment',
    account_last_login: 'moment',
  },
  'windows-registry-key': {
    key: 'text',
    modified_time: 'moment',
    creator_user_ref: ref('user-account'),
    number_of_subkeys: 'size',
  },
  'x509-certificate': {
    is_self_signed: 'bool',
    hashes: 'hashes',
    version: 'text',
    serial_number: 'text',
    signature_algorithm: 'text',
    issuer: 'text',
    validity_not_before: 'moment',
    validity_not_after: 'moment',
    subject: 'text',
    subject_public_key_algorithm: 'text',
    subject_public_key_modulus: 'text',
    subject_public_key_exponent: 'int',
    x509_v3_extensions: 'dictionary',
  },
};

/** What an observable's value must be beyond its kind. */
export const ADDRESSES: Readonly<Record<string, Kind>> = {
  'ipv4-addr': address(isIPv4, 32),
  'ipv6-addr': address(isIPv6, 128),
};
