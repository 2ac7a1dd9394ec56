import { list, oneOf, ref } from './kinds.js';
import type { Shape } from './shape.js';

const named = { name: 'text!', description: 'text' } as const;
const seen = { first_seen: 'moment', last_seen: 'moment' } as const;
const phases = { kill_chain_phases: 'phases' } as const;
const aliases = { aliases: 'texts' } as const;
const software = ref('software');

/** STIX 2.1, section 4: the domain objects, with what is theirs besides the common properties. */
export const DOMAIN_OBJECTS: Readonly<Record<string, Shape>> = {
  'attack-pattern': { ...named, ...aliases, ...phases },
  campaign: { ...named, ...aliases, ...seen, objective: 'text' },
  'course-of-action': named,
  grouping: { name: 'text', description: 'text', context: 'text!', object_refs: 'refs!' },
  identity: {
    ...named,
    roles: 'texts',
    identity_class: 'text',
    sectors: 'texts',
    contact_information: 'text',
  },
  incident: named,
  indicator: {
    name: 'text',
    description: 'text',
    indicator_types: 'texts',
    pattern: 'text!',
    pattern_type: 'text!',
    pattern_version: 'text',
    valid_from: 'moment!',
    valid_until: 'moment',
    ...phases,
  },
  infrastructure: { ...named, infrastructure_types: 'texts', ...aliases, ...phases, ...seen },
  'intrusion-set': {
    ...named,
    ...aliases,
    ...seen,
    goals: 'texts',
    resource_level: 'text',
    primary_motivation: 'text',
    secondary_motivations: 'texts',
  },
  location: {
    name: 'text',
    description: 'text',
    latitude: 'latitude',
    longitude: 'longitude',
    precision: 'float',
    region: 'text',
    country: 'text',
    administrative_area: 'text',
    city: 'text',
    street_address: 'text',
    postal_code: 'text',
  },
  malware: {
    name: 'text',
    description: 'text',
    is_family: 'bool!',
    malware_types: 'texts',
    ...aliases,
    ...phases,
    ...seen,
    operating_system_refs: list(software),
    architecture_execution_envs: 'texts',
    implementation_languages: 'texts',
    capabilities: 'texts',
    sample_refs: list(ref('file', 'artifact')),
  },
  'malware-analysis': {
    product: 'text!',
    version: 'text',
    host_vm_ref: software,
    operating_system_ref: software,
    installed_software_refs: list(software),
    configuration_version: 'text',
    modules: 'texts',
    analysis_engine_version: 'text',
    analysis_definition_version: 'text',
    submitted: 'moment',
    analysis_started: 'moment',
    analysis_ended: 'moment',
    result_name: 'text',
    result: 'text',
    analysis_sco_refs: 'refs',
    sample_ref: ref('file', 'artifact', 'network-traffic'),
  },
  note: { abstract: 'text', content: 'text!', authors: 'texts', object_refs: 'refs!' },
  'observed-data': {
    first_observed: 'moment!',
    last_observed: 'moment!',
    number_observed: 'observed!',
  },
  opinion: {
    explanation: 'text',
    authors: 'texts',
    opinion: oneOf('strongly-disagree', 'disagree', 'neutral', 'agree', 'strongly-agree'),
    object_refs: 'refs!',
  },
  report: { ...named, report_types: 'texts', published: 'moment!', object_refs: 'refs!' },
  'threat-actor': {
    ...named,
    threat_actor_types: 'texts',
    ...aliases,
    ...seen,
    roles: 'texts',
    goals: 'texts',
    sophistication: 'text',
    resource_level: 'text',
    primary_motivation: 'text',
    secondary_motivations: 'texts',
    personal_motivations: 'texts',
  },
  tool: { ...named, tool_types: 'texts', ...aliases, ...phases, tool_version: 'text' },
  vulnerability: named,
};

/** Where STIX 2.0 asked for less: it had one language of patterns, and did not tell families of malware from its samples. */
export const OF_STIX_2_0: Readonly<Record<string, Shape>> = {
  indicator: { ...DOMAIN_OBJECTS.indicator, pattern_type: 'text' },
  malware: { ...DOMAIN_OBJECTS.malware, is_family: 'bool' },
};

/** STIX 2.1, section 5: the relationship objects. */
export const RELATIONSHIP_OBJECTS: Readonly<Record<string, Shape>> = {
  relationship: {
    relationship_type: 'word!',
    description: 'text',
    source_ref: 'ref!',
    target_ref: 'ref!',
    start_time: 'moment',
    stop_time: 'moment',
  },
  sighting: {
    description: 'text',
    ...seen,
    count: 'count',
    sighting_of_ref: 'ref!',
    observed_data_refs: list(ref('observed-data')),
    where_sighted_refs: list(ref('identity', 'location')),
    summary: 'bool',
  },
};
