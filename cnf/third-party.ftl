<#-- The notices that ship: every dependency but our own modules, with its licences. -->
Posthouse is licensed under Apache-2.0. It comes with these works of others, each under its own licence:

<#list dependencyMap as e>
<#assign p = e.getKey()>
<#if !p.groupId?starts_with("org.posthouse")>
${p.groupId}:${p.artifactId}:${p.version}
    ${e.getValue()?join(" or ")}<#if p.url??>
    ${p.url}</#if>
</#if>
</#list>
