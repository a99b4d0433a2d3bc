/** An issue and those under it, each with what it means and where its borders are. */
export type Branch = Readonly<{
  name: string;
  definition: string;
  under: readonly (readonly [name: string, definition: string, include?: string, exclude?: string])[];
}>;

/** The starter codebook in English. */
export const englishBranches: readonly Branch[] = [
  {
    name: "Economy",
    definition: "How a country earns, spends and shares what it has.",
    under: [
      [
        "Growth and jobs",
        "Output, investment, employment, productivity.",
        "Forecasts and their dispute; claims that a measure makes or costs jobs.",
        "Pay and working conditions: take Labour.",
      ],
      [
        "Taxes and budget",
        "What the state takes in, spends and owes.",
        "Deficits, debt ceilings, who should pay.",
        "A grant for one purpose: take the issue it serves.",
      ],
      [
        "Trade",
        "Goods and services over borders, tariffs, quotas, trade agreements.",
        "Export bans, rules of origin, dumping.",
        "Measures taken to punish a state: take Sanctions.",
      ],
      ["Money and finance", "Prices, interest, currency, banks and markets.", "Inflation, bailouts, supervision."],
      [
        "Industry and competition",
        "Support for firms and sectors, ownership, market power.",
        "State aid, mergers, privatisation.",
      ],
      ["Labour", "Pay, hours, bargaining and conditions of work.", "Minimum wages, strikes, platform work."],
      [
        "Farming and fisheries",
        "What is grown, bred and caught, and the support for it.",
        "Quotas, land use for food.",
      ],
    ],
  },
  {
    name: "Society",
    definition: "How people live, learn, are cared for and live together.",
    under: [
      ["Health", "Care, its access, its cost, and the health of the public.", "Epidemics, hospitals, medicines."],
      ["Education", "Schools, training, universities, who gets in.", "Curricula, fees, teachers."],
      ["Housing", "Building, renting, owning and being without a home.", "Rent limits, zoning, social housing."],
      [
        "Welfare and pensions",
        "Payments and services to those who are old, ill, poor or out of work.",
        "Retirement age, benefits, care at home.",
      ],
      [
        "Migration",
        "Who may come, stay, work and become a citizen.",
        "Asylum, returns, integration, quotas.",
        "Guarding the border by arms: take Borders and territory.",
      ],
      [
        "Equality and minorities",
        "Unequal treatment by sex, origin, language, faith, age or disability, and what is done against it.",
      ],
      ["Culture, faith and media", "Languages, heritage, religion in public life, press and broadcasting."],
    ],
  },
  {
    name: "State and law",
    definition: "Who decides, by which rules, and who watches over it.",
    under: [
      [
        "Constitution and elections",
        "How power is won, divided and limited.",
        "Electoral law, referendums, emergency powers.",
      ],
      [
        "Regions and local rule",
        "What is decided in the capital and what is not.",
        "Autonomy, secession, shares of revenue.",
      ],
      ["Courts and justice", "Independence of judges, trials, punishment.", "Amnesties, transitional justice."],
      ["Rights and freedoms", "Speech, assembly, privacy, protection from the state.", "Surveillance, detention."],
      [
        "Administration and corruption",
        "How offices are run and filled, and misuse of them.",
        "Procurement, audit, openness of records.",
      ],
      [
        "Policing and crime",
        "Prevention and pursuit of crime inside the country.",
        "Organised crime, drugs, prisons.",
        "Armed groups with political aims: take Terrorism and insurgency.",
      ],
    ],
  },
  {
    name: "Security and foreign affairs",
    definition: "How states and armed groups deal with each other.",
    under: [
      [
        "Diplomacy and talks",
        "Recognition, mediation, terms of a settlement.",
        "Who must be at the table; conditions.",
      ],
      ["Alliances", "Membership, obligations and trust among partners.", "Bases, burden sharing, guarantees."],
      [
        "Borders and territory",
        "Where a border runs, who controls land, sea and air.",
        "Demarcation, access, occupation, airspace.",
      ],
      ["Armed forces", "Size, equipment, command and budget of the military.", "Conscription, procurement, exercises."],
      ["Arms control", "Limits on weapons and their spread.", "Inspections, export of arms, nuclear programmes."],
      ["Sanctions", "Measures to make a state, firm or person change course.", "Exemptions, evasion, relief."],
      ["Terrorism and insurgency", "Armed groups, what they want, and what is done about them."],
      [
        "Peace operations and aid",
        "Missions, relief and rebuilding in or after conflict.",
        "Mandates, access for relief, reconstruction money.",
      ],
    ],
  },
  {
    name: "Environment and resources",
    definition: "What nature gives, what is taken from it, and what is done to it.",
    under: [
      ["Climate", "Emissions, adaptation, and who carries the cost.", "Targets, carbon prices, loss and damage."],
      [
        "Energy",
        "Sources, supply, price and security of power and fuel.",
        "Grids, nuclear power, gas transit.",
        "Emissions as such: take Climate.",
      ],
      ["Water", "Shares, quality, dams, floods and drought.", "Rivers that cross borders."],
      ["Minerals and land", "Mining, ownership and use of the ground.", "Royalties, deforestation."],
      ["Nature and pollution", "Species, protected places, air, waste and noise."],
    ],
  },
  {
    name: "Infrastructure and technology",
    definition: "What carries people, goods and data, and what is newly made possible.",
    under: [
      ["Transport", "Roads, rail, ports, shipping, aviation; fares and who pays.", "Corridors, transit fees."],
      ["Cities and planning", "Where and what is built, public space, services."],
      ["Digital networks and data", "Connection, platforms, data and who may use it.", "Cloud, spectrum, identity."],
      ["Cyber security", "Attacks on and protection of systems.", "Attribution, rules for software."],
      [
        "Research and new technology",
        "Science, artificial intelligence, space, biotechnology; rules and money for them.",
      ],
    ],
  },
];
