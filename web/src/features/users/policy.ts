// What can be granted and opened; a test holds both to content/access/roles.toml.
export const ROLES = [
  'registration_clerk', 'cp_caseworker', 'gbv_caseworker', 'ct_caseworker', 'mhpss_provider', 'legal_officer', 'resettlement_officer',
  'supervisor', 'gbv_supervisor', 'ct_supervisor', 'mhpss_supervisor', 'movement_officer', 'protection_officer', 'site_manager', 'tracing_officer',
  'data_officer', 'dp_focal', 'psea_focal', 'admin', 'auditor',
] as const;

/** Areas of work that can be opened in an emergency: those whose existence is no secret. */
export const AREAS = ['general', 'movement', 'site', 'legal', 'hlp', 'tracing', 'child_protection', 'mhpss', 'resettlement'] as const;
